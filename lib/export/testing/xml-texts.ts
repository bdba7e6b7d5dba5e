import { SaxesParser } from "saxes";

/** The texts of all elements of a name, in their order. Throws when the document is not well-formed. */
export async function textsIn(xml: string, name: string): Promise<string[]> {
  const texts: string[] = [];
  const parser = new SaxesParser();
  let open = false;
  parser.on("opentag", (tag) => {
    open = tag.name === name;
    if (open) texts.push("");
  });
  parser.on("text", (text) => {
    if (open) texts[texts.length - 1] += text;
  });
  parser.on("closetag", () => {
    open = false;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return texts;
}

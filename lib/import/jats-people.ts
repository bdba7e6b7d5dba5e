import { describeAuthor } from "./full-text-fields";
import type { XmlNode } from "./read-xml";
import type { Author } from "./record";
import { childrenOf, descend, plainTextOf } from "./xml-text";

/** The people and groups named right within the given elements, in their order; `etal` makes the list incomplete. */
export function readJatsPeople(groups: readonly XmlNode[]): { authors: Author[]; complete: boolean } {
  const people = groups.flatMap((group) => group.children.filter((child) => typeof child !== "string"));
  return {
    authors: people.flatMap((person) => readPerson(person) ?? []),
    complete: !people.some(({ name }) => name === "etal"),
  };
}

/** The authors of an article: its `contrib` elements, without editors and without the members of a group. */
export function readJatsContributors(meta: XmlNode | undefined): Author[] {
  const contributors = childrenOf(meta, "contrib-group").flatMap((group) => childrenOf(group, "contrib"));
  return contributors
    .filter(({ attributes }) => (attributes["contrib-type"] ?? "author") === "author")
    .flatMap((contributor) => {
      const { authors } = readJatsPeople([contributor]);
      const [author] = authors;
      const orcid = childrenOf(contributor, "contrib-id")
        .map((id) => /\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/u.exec(plainTextOf(id) ?? "")?.[0])
        .find((id) => id !== undefined);
      return author ? [orcid ? { ...author, orcid } : author] : [];
    });
}

function readPerson(person: XmlNode): Author | null {
  if (person.name === "name-alternatives") {
    const [first] = person.children.filter((child): child is XmlNode => typeof child !== "string");
    return first ? readPerson(first) : null;
  }
  if (person.name === "collab") return describeAuthor({ name: plainTextOf(withoutMembers(person)) });
  if (person.name !== "name" && person.name !== "string-name") return null;
  const [family, given, prefix, suffix] = ["surname", "given-names", "prefix", "suffix"].map((part) =>
    plainTextOf(descend(person, part)),
  );
  if (family === undefined) return describeAuthor({ name: plainTextOf(person) });
  const isEastern = person.attributes["name-style"] === "eastern";
  const ordered = isEastern ? [family, given] : [given, family];
  const title = prefix && /^(?:dr|prof|mr|mrs|ms)\b/iu.test(prefix) ? undefined : prefix;
  const name = [title, ...ordered, suffix].filter((part) => part !== undefined).join(" ");
  return describeAuthor({ name, family, given });
}

function withoutMembers(group: XmlNode): XmlNode {
  const children = group.children.filter(
    (child) => typeof child === "string" || child.name !== "contrib-group",
  );
  return { ...group, children };
}

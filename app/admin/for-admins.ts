import type { Metadata } from "next";
import { currentUser } from "@/lib/auth/session";

/**
 * What a page says of itself to admins. They are the only ones to be told: Next resolves it beside the page, which would
 * give anybody the title of what the page keeps from them.
 */
export function forAdmins<Props>(said: Metadata | ((props: Props) => Promise<Metadata>)) {
  return async (props: Props): Promise<Metadata> => {
    const person = await currentUser();
    if (person?.role !== "admin") return { title: "Not found" };
    return typeof said === "function" ? said(props) : said;
  };
}

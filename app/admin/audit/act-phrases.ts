/** What the audit log says of each kind of act; {} stands for on whom or what. */
export const ACT_PHRASES: Readonly<Record<string, string>> = {
  "user.sign_up": "signed up",
  "user.verify_email": "verified their e-mail address",
  "user.reset_password": "set a new password by a link sent by e-mail",
  "user.set_up": "became the first admin",
  "user.make_admin": "made {} an admin",
  "user.approve": "approved {}",
  "user.withdraw_approval": "withdrew the approval of {}",
  "user.set_role": "changed the role of {}",
  "user.disable": "disabled {}",
  "user.enable": "enabled {}",
  "context.add": "added {} by hand",
  "context.confirm": "confirmed {}",
  "context.hide": "hid {}",
  "context.restore": "showed {} again",
  "citation.hide": "hid {}",
  "citation.restore": "showed {} again",
  "target.rule": "decided on {}",
  "target.lift": "lifted the decision on {}",
  "flag.settle": "settled {}",
  "votes.revert": "reverted votes of {}",
  "hub.publish": "published {}",
  "hub.hide": "hid {}",
  "hub.rename": "gave {} another address",
  "claim.add": "added {}",
  "claim.edit": "changed the words of {}",
  "claim.move": "moved {} in its list",
  "claim.retire": "retired {}",
  "claim.restore": "put {} back on its list",
  "work.write_summary": "wrote a summary of {}",
  "work.withdraw_summary": "took back the summary of {}",
  "work.merge": "merged another paper into {}",
  "work.take_apart": "took a merge of {} apart",
  "import.upload": "sent a file for {}",
  "import.gather": "asked for works of open services in {}",
  "import.preview": "asked for a preview of {}",
  "import.map": "said what the columns hold in {}",
  "import.decide": "decided what ambiguous works are in {}",
  "import.take_back": "took decisions back in {}",
  "import.run": "ran {}",
  "import.undo": "undid {}",
  "import.cancel": "cancelled {}",
  "user.change_password": "changed their own password",
  "user.remove": "removed their own account",
};

/** What acts of each family are on. */
const SUBJECTS: Readonly<Record<string, string>> = {
  user: "somebody",
  votes: "somebody",
  context: "a sentence",
  citation: "a citation",
  target: "a target",
  flag: "a report",
  hub: "a hub",
  claim: "a claim",
  work: "a paper",
  import: "an import",
};

/** Each kind of act in words, as it is chosen from all of them. */
export const ACT_KINDS = Object.entries(ACT_PHRASES).map(([value, phrase]) => ({
  value,
  label: phrase.replace("{}", SUBJECTS[value.replace(/\..*/, "")] ?? "something"),
}));

/** The words before and after whom or what the act was on; `after` is null where the sentence does not name it. */
export function actPhrase(action: string): { before: string; after: string | null } {
  const phrase = ACT_PHRASES[action] ?? `did “${action}” to {}`;
  const [before = "", after] = phrase.split("{}");
  return { before: before.trim(), after: after?.trim() ?? null };
}

import type { Letter } from "./mail";

const NOT_YOU = "If this was not you, there is nothing to do: without the link nothing happens.";

const letter = (to: string, subject: string, paragraphs: readonly string[]): Letter => ({
  to,
  subject,
  text: `${paragraphs.join("\n\n")}\n`,
});

/** To somebody who gave this address for an account. */
export const verificationLetter = (to: string, handle: string, link: string): Letter =>
  letter(to, "Confirm your e-mail address for Spokes", [
    `Somebody gave this e-mail address for the account ${handle} on Spokes.`,
    `To confirm it, open this page within 24 hours and press the button there:\n${link}`,
    NOT_YOU,
  ]);

/** To the holder of an address that somebody gave for another account. */
export const addressTakenLetter = (to: string, handle: string, site: string): Letter =>
  letter(to, "You have an account on Spokes already", [
    `Somebody gave this e-mail address for a new account on Spokes. It belongs to your account ${handle}, so the new account did not get it.`,
    `To sign in or to choose a new password:\n${site}/sign-in\n${site}/reset`,
    "If this was not you, there is nothing to do.",
  ]);

/** To somebody who forgot a password. */
export const resetLetter = (to: string, handle: string, link: string): Letter =>
  letter(to, "Choose a new password for Spokes", [
    `To choose a new password for the account ${handle}, open this page within 10 minutes:\n${link}`,
    NOT_YOU,
  ]);

/** To somebody who wants to sign in without a password. */
export const signInLetter = (to: string, handle: string, link: string): Letter =>
  letter(to, "Sign in to Spokes", [
    `To sign in as ${handle}, open this page within 10 minutes and press the button there:\n${link}`,
    NOT_YOU,
  ]);

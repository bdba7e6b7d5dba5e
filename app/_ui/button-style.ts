/** How the one button of a form looks. */
export const BUTTON_STYLE =
  "cursor-pointer rounded-md bg-ink px-4 py-2 min-h-10 text-ui font-semibold text-paper hover:opacity-85";

/** How an option of the annotation page looks; the chosen one is framed and set in its colour. */
export const OPTION =
  "relative inline-flex min-h-10 rounded-[9px] border border-line bg-card text-ui outline-offset-2 hover:border-edge has-focus-visible:outline-2 has-focus-visible:outline-accent";

/** Its label: all of it, but for what stands to its right. */
export const OPTION_LABEL = "relative flex cursor-pointer items-center gap-2.5 py-1.5 ps-3";

/** The input lies over its label, unseen. */
export const OPTION_INPUT = "absolute inset-0 size-full cursor-pointer opacity-0";

export const CHOSEN =
  "has-checked:border-accent has-checked:font-semibold has-checked:text-accent has-checked:shadow-[inset_0_0_0_1px_var(--accent)] forced-colors:has-checked:outline-2";

export const QUESTION = "mb-2.5 flex flex-wrap items-baseline gap-x-2.5 font-serif text-list font-semibold";
export const REMARK = "font-sans text-small font-normal text-soft";

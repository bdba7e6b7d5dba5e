"use client";

import { BUTTON_STYLE } from "./_ui/button-style";
import { MessagePage } from "./_ui/message-page";

export default function ErrorPage({ retry }: { retry: () => void }) {
  return (
    <MessagePage eyebrow="Something went wrong" title="This page could not be made just now">
      <title>Something went wrong · Spokes</title>
      <p>
        The fault is on our side and has been logged; nothing is lost. It is often over in a moment, so try
        again. If it stays, tell the people who run this site which address you were at.
      </p>
      <p>
        <button type="button" onClick={retry} className={`${BUTTON_STYLE} font-sans`}>
          Try again
        </button>
      </p>
    </MessagePage>
  );
}

import { expect, test } from "vitest";
import { ACTS, type Act, type Actor, may } from "@/lib/auth/may";

const reader: Actor = { role: "reader", disabled: false };
const annotator: Actor = { role: "annotator", disabled: false };
const admin: Actor = { role: "admin", disabled: false };

//                              nobody reader annotator admin
const TABLE: Record<Act, readonly [boolean, boolean, boolean, boolean]> = {
  sign_in: /*            */ [true, true, true, true],
  sign_up: /*            */ [true, true, true, true],
  set_up: /*             */ [true, true, true, true],
  reset_password: /*     */ [true, true, true, true],
  flag: /*               */ [true, true, true, true],
  sign_out: /*           */ [false, true, true, true],
  manage_own_account: /* */ [false, true, true, true],
  warm_up: /*            */ [false, false, true, true],
  vote: /*               */ [false, false, true, true],
  withdraw_vote: /*      */ [false, false, true, true],
  add_context: /*        */ [false, false, true, true],
  confirm_context: /*    */ [false, false, true, true],
  run_imports: /*        */ [false, false, false, true],
  adjudicate: /*         */ [false, false, false, true],
  settle_flag: /*        */ [false, false, false, true],
  hide: /*               */ [false, false, false, true],
  manage_hubs: /*        */ [false, false, false, true],
  manage_people: /*      */ [false, false, false, true],
  read_audit: /*         */ [false, false, false, true],
};

test.each(ACTS)("%s is for those in the table and for nobody else", (act) => {
  expect([null, reader, annotator, admin].map((actor) => may(actor, act))).toEqual(TABLE[act]);
});

test.each(ACTS)("%s is for no disabled person, not even a disabled admin", (act) => {
  for (const actor of [reader, annotator, admin]) expect(may({ ...actor, disabled: true }, act)).toBe(false);
});

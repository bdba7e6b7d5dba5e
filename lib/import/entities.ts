/** The characters from U+00A0 to U+00FF, by the names that HTML 4 gives them (section 24.2), in order. */
const LATIN_1 = (
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute " +
  "micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig " +
  "Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash " +
  "Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute " +
  "ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc " +
  "uuml yacute thorn yuml"
).split(" ");

/** Greek letters by name; a capital begins with a capital. U+03A2 is no character, final sigma stands apart. */
const GREEK =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho - sigma tau upsilon phi chi psi omega".split(
    " ",
  );

/** Signs and letters of HTML 4 and of the ISO sets that publishers still write, each name before its character. */
const OTHERS =
  "amp & lt < gt > quot \" apos ' OElig Œ oelig œ fnof ƒ circ ˆ tilde ˜ ensp \u2002 emsp \u2003 thinsp \u2009 hairsp \u200A zwnj \u200C " +
  "zwj \u200D lrm \u200E rlm \u200F ndash – mdash — dash ‐ hyphen ‐ horbar ― lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • " +
  "hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro € image ℑ weierp ℘ real ℜ trade ™ " +
  "alefsym ℵ larr ← uarr ↑ rarr → darr ↓ harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ forall ∀ part ∂ exist ∃ " +
  "empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨ cap ∩ " +
  "cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ap ≈ ne ≠ equiv ≡ le ≤ ge ≥ les ⩽ ges ⩾ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ " +
  "otimes ⊗ perp ⊥ sdot ⋅ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lang ⟨ rang ⟩ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ " +
  "sigmaf ς thetasym ϑ upsih ϒ piv ϖ Lstrok Ł lstrok ł Dstrok Đ dstrok đ Hstrok Ħ hstrok ħ inodot ı imath ı " +
  "verbar | vert | lpar ( rpar ) lsqb [ rsqb ] lcub { rcub } ast * num # percnt % dollar $ commat @ lowbar _ " +
  "sol / bsol \\ semi ; colon : comma , period . quest ? excl ! plus + equals = rsquor ’ rdquor ” ell ℓ angst Å deg °";

/** The accents of the ISO sets as combining characters: `&ccaron;` is c with the one called caron. */
const ACCENTS: readonly (readonly [string, string])[] = [
  ["acute", "\u0301"],
  ["grave", "\u0300"],
  ["circ", "\u0302"],
  ["uml", "\u0308"],
  ["tilde", "\u0303"],
  ["macr", "\u0304"],
  ["breve", "\u0306"],
  ["dot", "\u0307"],
  ["ring", "\u030A"],
  ["dblac", "\u030B"],
  ["caron", "\u030C"],
  ["cedil", "\u0327"],
  ["ogon", "\u0328"],
];

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Characters by the names that HTML and the ISO sets of publishing give them, without `&` and `;`. */
export const NAMED_CHARACTERS: Readonly<Record<string, string>> = nameCharacters();

function nameCharacters(): Record<string, string> {
  const named: Record<string, string> = Object.create(null);
  for (const letter of LETTERS) {
    for (const [accent, sign] of ACCENTS) {
      const composed = (letter + sign).normalize("NFC");
      if (composed.length === 1) named[letter + accent] = composed;
    }
  }
  LATIN_1.forEach((name, index) => {
    named[name] = String.fromCharCode(0xa0 + index);
  });
  GREEK.forEach((name, index) => {
    if (name === "-") return;
    named[name] = String.fromCharCode(0x3b1 + index);
    named[name.charAt(0).toUpperCase() + name.slice(1)] = String.fromCharCode(0x391 + index);
  });
  const others = OTHERS.split(" ");
  for (let index = 0; index + 1 < others.length; index += 2)
    named[others[index] ?? ""] = others[index + 1] ?? "";
  return named;
}

/** What cp1252 has at 0x80 to 0x9F, where Unicode has control characters; the five places it leaves free are spaces. */
const CP1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Control characters from U+0080 to U+009F as the signs of cp1252 that were meant; those that mean nothing go. */
export function mendC1(text: string): string {
  return text.replace(/[\u0080-\u009F]/gu, (sign) => CP1252.charAt(sign.charCodeAt(0) - 0x80).trim());
}

/**
 * The text with its character references resolved once: named (HTML 4 and the ISO sets), decimal and hexadecimal,
 * numbers of cp1252 as browsers read them. What names no character stays as it is written.
 */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,15}));/giu,
    (written, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED_CHARACTERS[name] ?? written;
      return numberedCharacter(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ?? written;
    },
  );
}

/** The text so written that `decodeEntities` gives it back: where it would read a reference, every & is one itself. */
export function encodeEntities(text: string): string {
  return decodeEntities(text) === text ? text : text.replaceAll("&", "&amp;");
}

function numberedCharacter(point: number): string | null {
  if (point >= 0x80 && point <= 0x9f) return mendC1(String.fromCharCode(point));
  const isText = point === 0x9 || point === 0xa || (point >= 0x20 && point <= 0x10ffff);
  return isText && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : null;
}

/** Accents by the sign or letter of their command, as combining characters: `\"o`, `\c{c}`. */
export const LATEX_ACCENTS: Readonly<Record<string, string>> = nameless({
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  '"': "\u0308",
  "=": "\u0304",
  ".": "\u0307",
  c: "\u0327",
  k: "\u0328",
  v: "\u030C",
  u: "\u0306",
  H: "\u030B",
  r: "\u030A",
  d: "\u0323",
  b: "\u0331",
  t: "\u0361",
});

/** Marks over a letter of a formula. */
export const MATH_ACCENTS: Readonly<Record<string, string>> = nameless({
  hat: "\u0302",
  tilde: "\u0303",
  bar: "\u0304",
  dot: "\u0307",
  ddot: "\u0308",
  acute: "\u0301",
  grave: "\u0300",
  check: "\u030C",
  breve: "\u0306",
  vec: "\u20D7",
});

/** Commands that stand for text, in sentences and in formulas alike. */
export const LATEX_SYMBOLS: Readonly<Record<string, string>> = nameless(
  pairs(
    "ss ß SS SS ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł aa å AA Å i ı j ȷ th þ TH Þ dh ð DH Ð dj đ DJ Đ ng ŋ NG Ŋ " +
      "S § P ¶ copyright © textcopyright © textregistered ® texttrademark ™ pounds £ textsterling £ euro € texteuro € yen ¥ " +
      "dag † dagger † ddag ‡ ddagger ‡ dots … ldots … cdots ⋯ textellipsis … textendash – textemdash — textquoteleft ‘ " +
      "textquoteright ’ textquotesingle ' textquotedbl \" textquotedblleft “ textquotedblright ” quotesinglbase ‚ quotedblbase „ " +
      "guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › lq ‘ rq ’ textbackslash \\ backslash \\ textasciitilde ~ " +
      "textasciicircum ^ textasciigrave ` textbraceleft { textbraceright } textunderscore _ textbar | textless < textgreater > textdollar $ textbullet • bullet • textperiodcentered · " +
      "textdegree ° degree ° textmu µ micro µ textordfeminine ª textordmasculine º textexclamdown ¡ textquestiondown ¿ " +
      "TeX TeX LaTeX LaTeX BibTeX BibTeX slash / hyphen - textvisiblespace ␣ textonehalf ½ textonequarter ¼ texttimes × textpm ± " +
      "textonesuperior ¹ texttwosuperior ² textthreesuperior ³ " +
      "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν " +
      "xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ " +
      "Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω " +
      "pm ± mp ∓ times × div ÷ cdot · ast ∗ star ⋆ circ ∘ oplus ⊕ otimes ⊗ le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ll ≪ gg ≫ " +
      "ne ≠ neq ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ in ∈ notin ∉ ni ∋ " +
      "subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ emptyset ∅ setminus ∖ land ∧ wedge ∧ lor ∨ vee ∨ neg ¬ lnot ¬ to → " +
      "rightarrow → longrightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ uparrow ↑ " +
      "downarrow ↓ perp ⊥ parallel ∥ mid | vert | Vert ‖ angle ∠ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ wp ℘ prime ′ " +
      "langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lbrace { rbrace } sum ∑ prod ∏ int ∫ triangle △ square □ Box □ " +
      "vdash ⊢ models ⊨ bot ⊥ top ⊤ gtrsim ≳ lesssim ≲ odot ⊙ bigcirc ◯ diamond ⋄ sharp ♯ flat ♭ natural ♮ checkmark ✓",
  ),
);

/** Commands of formulas that are printed as words. */
export const MATH_WORDS: ReadonlySet<string> = new Set(
  "log ln lg exp sin cos tan min max inf sup lim det dim deg gcd ker arg mod Pr polylog poly".split(" "),
);

/** How the letters of `\mathbb` are written. */
export const BLACKBOARD: Readonly<Record<string, string>> = nameless(
  pairs("C ℂ N ℕ P ℙ Q ℚ R ℝ Z ℤ H ℍ E 𝔼 F 𝔽"),
);

/** Space and layout: they leave nothing, or a space. */
export const SPACES: ReadonlySet<string> = new Set(
  "quad qquad space thinspace enspace enskip hfill newline linebreak par smallskip medskip nobreakspace".split(
    " ",
  ),
);
export const SILENT: ReadonlySet<string> = new Set(
  (
    "relax noindent protect nobreak allowbreak left right big Big bigl bigr Bigl Bigr displaystyle textstyle limits " +
    "nolimits unskip ignorespaces xspace null strut sloppy break upshape normalfont mathsurround rm sf tt sc " +
    "scshape ttfamily rmfamily sffamily mdseries normalsize small footnotesize scriptsize large Large tiny"
  ).split(" "),
);

function pairs(list: string): Record<string, string> {
  const words = list.split(" ");
  return Object.fromEntries(
    words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ""]] : [])),
  );
}

/** A table without a prototype, so that `\constructor` is no command. */
function nameless(table: Record<string, string>): Readonly<Record<string, string>> {
  return Object.assign(Object.create(null), table);
}

/**
 * Whether a recorded amount that is no amount of a contract is a negative one: "-2000", "−1.500,00 €",
 * "(2,000)", "500-", also inside `{value, currency}`. A credit that is left out makes a sum too high, where
 * everything else that is left out makes it too low.
 */
export function isNegativeText(raw: string): boolean {
  const inside = /"value":\s*"?([^",}]*)/.exec(raw);
  // Other letters are words, and a hyphen between words is no sign: "500-ish".
  const bare = (inside?.[1] ?? raw).replace(/^"|"$/g, '').replace(/\b(?:[A-Z]{3}|kr)\b|[\p{Sc}\s]/gu, '');
  return negativeForms.some((form) => form.test(bare));
}

const negativeForms = [/^[-−–]\d[\d.,'’]*$/u, /^\(\d[\d.,'’]*\)$/u, /^\d[\d.,'’]*[-−–]$/u];

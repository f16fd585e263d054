/** The currencies of the demo tenant; its own is USD. Minor units per major unit, and USD for one unit. */
export const currencies = {
  USD: { minor: 100, rate: '1' },
  EUR: { minor: 100, rate: '1.08' },
  GBP: { minor: 100, rate: '1.27' },
  JPY: { minor: 1, rate: '0.0066' },
} as const;

export type Currency = keyof typeof currencies;

/** Cents for an amount in minor units of another currency. */
export function toCents(minor: number, currency: Currency): number {
  const { minor: perMajor, rate } = currencies[currency];
  return Math.round((minor / perMajor) * Number(rate) * 100);
}

/** Whole major units of a currency that are worth about so many dollars. */
export function fromDollars(dollars: number, currency: Currency): number {
  return Math.max(1, Math.round(dollars / Number(currencies[currency].rate)));
}

/** Raised when the same inputs would give other figures. */
export const engine = { name: 'saas-rationalization', version: '1.0.0' } as const;

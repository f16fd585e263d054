/** The version of the product, so that every file that leaves says the same one. */
export const engine = { name: 'saas-rationalization', version: '0.1.0' } as const;

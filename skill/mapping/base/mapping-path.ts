/** Tables of a mapping whose keys are words of the tenant: whatever follows such a path is one key. */
const tables = [
  /^(states)\.(.+)$/,
  /^(contractStatuses)\.(.+)$/,
  /^(rates\.perUnit)\.(.+)$/,
  /^(organizationalView\.values)\.(.+)$/,
  /^(fields\.(?:app|contract)\.\w+\.values)\.(.+)$/,
];

/** The keys along a path such as `fields.contract.autoRenew.values.z. B. ja`. */
export function pathKeys(path: string): string[] {
  for (const table of tables) {
    const [, outer, word] = table.exec(path) ?? [];
    if (outer !== undefined && word !== undefined) return [...outer.split('.'), word];
  }
  return path.split('.');
}

/** A field that a mapping need not have: null takes it out. */
export function isOptionalField(path: string): boolean {
  return /^fields\.(app|contract)\.\w+$/.test(path);
}

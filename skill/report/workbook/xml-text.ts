/**
 * Text inside XML. Spreadsheets read "_x0041_" as an escaped sign, so that a text which holds such a
 * sequence is escaped itself, or it would come out as another one.
 */
export function xmlText(text: string): string {
  const plain = text.includes('_x') ? text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text;
  return special.test(plain) ? plain.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign) : plain;
}

const special = /[&<>"]/;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Three questions that tell whether a connection works; `saas-rationalization validate` answers the same. */
export const validationPrompts: readonly string[] = [
  '"Which apps in Torii have more than 100 users?"',
  '"Show me contracts renewing in the next 60 days."',
  '"What are the top apps by 12-month spend?"',
];

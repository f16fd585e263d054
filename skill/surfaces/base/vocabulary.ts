/** The words of this field, so that every surface means the same by them. */
export const vocabulary: readonly { readonly word: string; readonly means: string }[] = [
  { word: 'Organizational View', means: 'the grouping the tenant reports by, such as department or region' },
  {
    word: 'tenant mapping',
    means: "how the tenant's fields become the ones used in the analysis; draft or approved",
  },
  { word: 'baseline', means: 'what is paid a year today, on one basis per app' },
  { word: 'hard saving', means: 'the part of the baseline that would no longer be paid after a decision' },
  {
    word: 'cost avoidance',
    means: 'a cost that would come and can be kept from coming; never added to hard savings',
  },
  {
    word: 'notice deadline',
    means: 'the last day to give notice before a contract renews',
  },
  { word: 'completeness', means: 'rows read of rows there are, with the day of reading' },
  { word: 'unknown', means: 'not read, not mapped or not recorded; never the same as 0' },
];

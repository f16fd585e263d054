/** The words of this field, so that every surface means the same by them. */
export const vocabulary: readonly { readonly word: string; readonly means: string }[] = [
  { word: 'Organizational View', means: 'the grouping the tenant reports by, such as department or region' },
  {
    word: 'tenant mapping',
    means: "how the tenant's fields become the ones that are reckoned with; draft or approved",
  },
  { word: 'baseline', means: 'what is paid over the next twelve months if nothing is decided' },
  { word: 'hard saving', means: 'money that is paid today and would not be paid after a decision' },
  {
    word: 'cost avoidance',
    means: 'money that would be paid later and would not be; never added to hard savings',
  },
  {
    word: 'notice deadline',
    means: 'the last day on which a contract can be cancelled or reduced before it renews',
  },
  { word: 'completeness', means: 'rows read of rows there are, with the day of reading' },
  { word: 'unknown', means: 'not read, not mapped or not recorded; never the same as 0' },
];

/** The plugin's icon: bars of a spend chart, the part that can be saved set apart. Drawn for this product. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-label="SaaS rationalization">
  <rect width="64" height="64" rx="14" fill="#16324f"/>
  <path d="M12 52h40" stroke="#9fb8cf" stroke-width="2" stroke-linecap="round"/>
  <path d="M15 24h8v26h-8zM28 32h8v18h-8zM41 40h8v10h-8z" fill="#e8f0f7"/>
  <path d="M15 12h8v10h-8zM28 22h8v8h-8zM41 32h8v6h-8z" fill="#4fb286"/>
</svg>
`;

import './page/without-eval.ts';
import { Dashboard } from './views/dashboard.tsx';

/**
 * What a person may set; all of it may stay as it is. The page then finds the connector itself and
 * works on a mapping that it discovers and labels as a draft.
 */
const configuration = {
  /** MCP UUID of the Torii connector, or any full name of one of its tools (mcp__…__list_apps). */
  connector: '',
  /** Display name of the connector, as published pages know it. */
  connectorName: 'Torii',
  /** Content of tenant-mapping.json; null = discover a draft. */
  mapping: null,
  /** Content of decisions.json; null = nobody has decided anything yet. */
  decisions: null,
  /** Content of baseline.json; null = there is no earlier run to compare with. */
  baseline: null,
  /** Date the figures are for, such as '2026-11-22'; null = today. */
  asOf: null,
};

/**
 * The SaaS rationalization dashboard. Reads Torii live, through whatever Claude offers the page.
 *
 * @param {{ given?: Readonly<Record<string, unknown>> }} props `given` overrides the block above, key by key.
 */
// The hosts that run React modules render the default export.
export default function SaasRationalization({ given = {} }) {
  return <Dashboard configuration={{ ...configuration, ...given }} />;
}

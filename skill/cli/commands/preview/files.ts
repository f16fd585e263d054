/** What the preview's web server serves: a page per kind of host, each around the built dashboard. */
import { hostPage } from '../../../../mocks/hosts/host-page.ts';
import { isPreviewHost, previewHosts, type PreviewHost } from '../../../../mocks/hosts/preview-hosts.ts';
import { calledTools } from '../../../torii/catalog.ts';
import { configuredPage } from '../../../report/files.ts';
import { builtFile } from '../../files/built-file.ts';
import type { PreviewFiles } from './server.ts';

export const hostNames: readonly PreviewHost[] = Object.keys(previewHosts).filter(isPreviewHost);

/** The id a Torii connector has in the preview; any UUID would do. */
const CONNECTOR_ID = '5b1f0c62-3d5e-4a57-9a0e-2f6f1d1c7a10';

export interface PreviewPage {
  /** Content of tenant-mapping.json, or null to let the page discover a draft. */
  readonly mapping: unknown;
  readonly asOf: string | null;
  /** Where the data comes from, for the bar above the page. */
  readonly source: string;
  /** The page on Preact, which the skill publishes, or on React. */
  readonly build?: 'slim' | 'full';
}

export function previewFiles(page: PreviewPage): PreviewFiles {
  const pages = hostNames.map((host) => [
    `/${host}`,
    { type: 'text/html; charset=utf-8', body: () => pageFor(host, page) },
  ]);
  return Object.fromEntries(pages);
}

async function pageFor(
  host: PreviewHost,
  { mapping, asOf, source, build = 'full' }: PreviewPage,
): Promise<string> {
  const { shim } = previewHosts[host];
  const name = build === 'slim' ? 'dashboard.slim' : 'dashboard';
  const built = await builtFile(host === 'claude' ? `${name}.fragment.html` : `${name}.html`);
  const dashboardHtml = configuredPage(built, { mapping, asOf });
  if (dashboardHtml === null) throw new Error('The built page has no configuration block.');
  return hostPage({
    host,
    dashboardHtml,
    title: 'SaaS rationalization',
    connectorId: CONNECTOR_ID,
    grants: calledTools,
    source,
    script: await builtFile('hosts/host.js'),
    shim: shim === null ? '' : await builtFile(`hosts/${shim}`),
  });
}

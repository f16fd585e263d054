/** What the preview's web server serves: a page per kind of host, each around the built dashboard. */
import { hostPage } from '../../../../mocks/hosts/host-page.ts';
import { isPreviewHost, previewHosts, type PreviewHost } from '../../../../mocks/hosts/preview-hosts.ts';
import { calledTools } from '../../../torii/catalog.ts';
import { configuredPage } from '../../../report/files.ts';
import { documentOf, fragmentOf, pageFiles } from '../../../report/pages.ts';
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
}

/**
 * @param artifactUrl where the page of several files is served
 * @param home the host that is shown where the address names none
 */
export function previewFiles(page: PreviewPage, artifactUrl: string, home: PreviewHost): PreviewFiles {
  const fileOf = (host: PreviewHost) => ({
    type: 'text/html; charset=utf-8',
    body: () => pageFor(host, page, artifactUrl),
  });
  return Object.fromEntries([['/', fileOf(home)], ...hostNames.map((host) => [`/${host}`, fileOf(host)])]);
}

async function pageFor(
  host: PreviewHost,
  { mapping, asOf, source }: PreviewPage,
  artifactUrl: string,
): Promise<string> {
  const { shim, several } = previewHosts[host];
  const [shell, program, style] = await Promise.all(
    ['index.html', pageFiles.program, pageFiles.style].map(builtFile),
  );
  const filled = configuredPage(shell ?? '', { mapping, asOf });
  const dashboardHtml = filled === null ? null : inOneFile(host, filled, program ?? '', style ?? '');
  if (dashboardHtml === null) throw new Error('The built page has no configuration block.');
  return hostPage({
    host,
    dashboardHtml,
    artifactUrl: several === null ? null : artifactUrl,
    title: 'SaaS rationalization',
    connectorId: CONNECTOR_ID,
    grants: calledTools,
    source,
    script: await builtFile('hosts/host.js'),
    shim: shim === null ? '' : await builtFile(`hosts/${shim}`),
  });
}

function inOneFile(host: PreviewHost, shell: string, program: string, style: string): string {
  const code = { [pageFiles.program]: program, [pageFiles.style]: style };
  return (host === 'claude' ? fragmentOf : documentOf)(shell, new Map(Object.entries(code)));
}

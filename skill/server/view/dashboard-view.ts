/**
 * The dashboard as the view of a tool (SEP-1865, MCP Apps): its address, what a host is told of it, and the
 * link from the tool that opens it. The page itself is one file that the caller brings along.
 *
 * The view reads through the tools of the same server and reaches nothing else, so its policy asks a host for
 * no address at all.
 */

export const dashboardUri = 'ui://saas-rationalization/dashboard';
export const viewMimeType = 'text/html;profile=mcp-app';

/** The extension by which hosts and servers tell each other of views. */
export const viewExtension = { 'io.modelcontextprotocol/ui': { mimeTypes: [viewMimeType] } } as const;

const viewMeta = {
  ui: {
    csp: { connectDomains: [], resourceDomains: [], frameDomains: [], baseUriDomains: [] },
    prefersBorder: false,
  },
};

/** As resources are listed. */
export const dashboardResource = {
  uri: dashboardUri,
  name: 'dashboard',
  title: 'SaaS rationalization dashboard',
  description: 'The live dashboard, one page that reads through the tools of this server.',
  mimeType: viewMimeType,
  _meta: viewMeta,
};

/** As the resource is read. @param html a whole HTML document without anything that it would have to fetch */
export function dashboardContents(html: string) {
  return { uri: dashboardUri, mimeType: viewMimeType, text: html, _meta: viewMeta };
}

/** Of the tool that opens it; hosts of before the standard look for the flat key. */
export const opensDashboard = {
  ui: { resourceUri: dashboardUri, visibility: ['model', 'app'] },
  'ui/resourceUri': dashboardUri,
};

/** Of tools that serve the view and are not shown to a model. */
export const forViewsAlone = { ui: { visibility: ['app'] } } as const;

/**
 * The calls that publish a filled page, for both runtimes of Claude, as a model can copy them.
 *
 * In: where the filled pages lie, the connector's names and the tools to grant. Out: the call for live
 * artifacts and the one for published artifacts. A page cannot grant itself anything, and publishing a
 * live artifact again replaces its whole list.
 */
import { connectorPrefixes, type ConnectorNames } from './grant.ts';

export interface PublishedPages {
  /** Path of the whole document, for live artifacts. */
  readonly document: string;
  /** Path of the same without doctype, html, head and body, for published artifacts. */
  readonly fragment: string;
}

export interface PublishCalls {
  readonly published: {
    readonly tool: 'Artifact';
    readonly arguments: {
      readonly file_path: string;
      readonly title: string;
      /** The host takes one or two emoji. */
      readonly favicon: string;
      readonly description: string;
      readonly capabilities: {
        readonly mcp: { readonly servers: readonly Server[] };
        readonly downloads: true;
      };
    };
  };
  readonly live: {
    readonly tool: 'create_artifact';
    /** The tool that renews a page which is there already, with the same arguments. */
    readonly again: 'update_artifact';
    readonly arguments: {
      readonly id: string;
      readonly html_path: string;
      readonly description: string;
      readonly mcp_tools: readonly string[];
    };
  };
}

interface Server {
  /** The connector's display name. */
  readonly server: string;
  readonly tools: readonly string[];
}

const description =
  'Where SaaS money goes, which seats are idle, what to decide by when. Reads Torii, changes nothing.';

export function publishCalls(
  pages: PublishedPages,
  connector: ConnectorNames,
  tools: readonly string[],
): PublishCalls {
  const server = { server: connector.displayName, tools };
  return {
    published: {
      tool: 'Artifact',
      arguments: {
        file_path: pages.fragment,
        title: 'SaaS rationalization',
        favicon: '\u{1f4ca}',
        description,
        capabilities: { mcp: { servers: [server] }, downloads: true },
      },
    },
    live: {
      tool: 'create_artifact',
      again: 'update_artifact',
      arguments: {
        id: 'saas-rationalization',
        html_path: pages.document,
        description,
        mcp_tools: connectorPrefixes(connector).flatMap((prefix) => tools.map((tool) => prefix + tool)),
      },
    },
  };
}

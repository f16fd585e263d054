/**
 * The calls that publish a page, for every tool that Claude may have for it, as a model can copy them.
 *
 * In: where the pages lie, the connector's names and the tools to grant. Out: the call for published
 * artifacts and the one for live artifacts. A page cannot grant itself anything, and publishing a live
 * artifact again replaces its whole list.
 */
import { connectorPrefixes, type ConnectorNames } from './grant.ts';

export interface PublishedPages {
  /** Path of the shell. */
  readonly shell: string;
  /** Paths of the files that the shell names, by the address that it names them with. */
  readonly files: Readonly<Record<string, string>>;
  /** Path of the page in one file, for live artifacts. */
  readonly document: string;
}

interface ArtifactArguments {
  readonly file_path: string;
  readonly files: Readonly<Record<string, string>>;
  readonly title: string;
  /** One generic word. */
  readonly icon: string;
  readonly description: string;
  /** Absent on a page that reads nothing. */
  readonly capabilities?: {
    readonly mcp: { readonly servers: readonly Server[] };
    readonly downloads: true;
  };
}

export interface PublishCalls {
  readonly published: { readonly tool: 'Artifact'; readonly arguments: ArtifactArguments };
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

export interface Grants {
  readonly connector: ConnectorNames;
  readonly tools: readonly string[];
}

const description =
  'Where SaaS money goes, which seats are idle, what to decide by when. Reads Torii, changes nothing.';

/** @param grants null for the demo, which reads nothing */
export function publishCalls(pages: PublishedPages, grants: Grants | null): PublishCalls {
  const about = {
    title: grants === null ? 'SaaS rationalization - demo data' : 'SaaS rationalization',
    icon: 'chart',
    description: grants === null ? 'An invented company in the SaaS rationalization dashboard.' : description,
    ...(grants !== null && { capabilities: capabilitiesOf(grants) }),
  };
  return {
    published: { tool: 'Artifact', arguments: { file_path: pages.shell, files: pages.files, ...about } },
    live: {
      tool: 'create_artifact',
      again: 'update_artifact',
      arguments: {
        id: grants === null ? 'saas-rationalization-demo' : 'saas-rationalization',
        html_path: pages.document,
        description: about.description,
        mcp_tools: grants === null ? [] : fullNames(grants),
      },
    },
  };
}

function capabilitiesOf({ connector, tools }: Grants): ArtifactArguments['capabilities'] {
  return { mcp: { servers: [{ server: connector.displayName, tools }] }, downloads: true };
}

function fullNames({ connector, tools }: Grants): string[] {
  return connectorPrefixes(connector).flatMap((prefix) => tools.map((tool) => prefix + tool));
}

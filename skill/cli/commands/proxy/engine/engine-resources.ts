/** The view of the dashboard as a resource of the server: listed, and read when a host renders it. */
import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { errorMessage } from '../../../../torii/failure.ts';
import { withoutSecrets } from '../../../../node/secrets.ts';
import { dashboardContents, dashboardResource, dashboardUri } from '../../../../server/view.ts';

/** As the protocol numbers it. */
const NOT_FOUND = -32_002;

export function answerResources(server: Server, page: () => Promise<string>): void {
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: [dashboardResource] }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: [] }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params }) => {
    if (params.uri !== dashboardUri) throw new McpError(NOT_FOUND, 'There is no such resource.');
    try {
      return { contents: [dashboardContents(await page())] };
    } catch (thrown) {
      throw new McpError(ErrorCode.InternalError, withoutSecrets(errorMessage(thrown)));
    }
  });
}

/** Steps around the connector of a Claude account, shared by the surfaces that use it. */

/** @param url Address of Torii's MCP server. */
export function connectorSteps(url: string): string[] {
  return [
    'Team and Enterprise only: ask an Owner to add the connector for the organization. `request-to-it.md` is the page to send.',
    `Open [Customize → Connectors](https://claude.ai/customize/connectors), choose **+** → **Add custom connector**, enter the name \`Torii\` and the address \`${url}\`, and add it. (Older versions call this place *Settings → Connectors* or *Settings → Integrations*.)`,
    'Choose **Connect** and sign in to Torii when its page opens. No client id or secret is asked for: leave those fields empty.',
    "Open the connector's tools and set each as `tool-permissions.md` says: reads to **Always allow**, everything else to **Blocked**. Blocked holds for your whole account, in every chat: that is the safe side, but it is not only about this work.",
  ];
}

export const ENABLE_IN_CHAT =
  'In a chat, open **+** → **Connectors** and switch Torii on. It is chosen for each chat.';

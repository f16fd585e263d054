/**
 * The dashboard as the view of a tool, for hosts that render one inside a conversation.
 * In: the page as one HTML document, and what the server holds. Out: the resource as it is listed and read, the link
 * of the tool to it, and the held records in parts for the view.
 */
export {
  dashboardContents,
  dashboardResource,
  dashboardUri,
  forViewsAlone,
  opensDashboard,
  viewExtension,
} from './view/dashboard-view.ts';
export { heldPart, heldProblem, heldTool, readHeldArguments } from './view/held-tool.ts';

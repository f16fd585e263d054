/**
 * The dashboard as the view of a tool, for hosts that render one inside a conversation.
 * In: the page as one HTML document. Out: the resource as it is listed and read, and the link of the tool to it.
 */
export {
  dashboardContents,
  dashboardResource,
  dashboardUri,
  opensDashboard,
  viewExtension,
} from './view/dashboard-view.ts';

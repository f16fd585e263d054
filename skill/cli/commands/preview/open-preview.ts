/** The preview with everything it needs: the windows that simulate Claude, and the page of several files. */
import type { PreviewHost } from '../../../../mocks/hosts/preview-hosts.ts';
import { startArtifact } from './artifact-server.ts';
import { previewFiles, type PreviewPage } from './files.ts';
import type { Upstream } from './relay.ts';
import { startPreview, type PreviewServer } from './server.ts';

export interface OpenPreview extends PreviewServer {
  /** Address of the page of several files, as its host serves it. */
  readonly artifactUrl: string;
}

export async function openPreview(
  page: PreviewPage,
  upstream: Upstream,
  port: number,
  home: PreviewHost = 'cowork',
): Promise<OpenPreview> {
  let origin = "'none'";
  const artifact = await startArtifact(page, () => origin);
  const close = async (): Promise<void> => artifact.close();
  try {
    const preview = await startPreview(previewFiles(page, artifact.url, home), upstream, port);
    origin = new URL(preview.url).origin;
    return {
      url: preview.url,
      artifactUrl: artifact.url,
      close: async () => {
        await Promise.all([preview.close(), close()]);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

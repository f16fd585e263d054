import type { Server } from 'node:http';
import { ExitCode, Stop } from './stop.ts';

/**
 * Listens on the loopback interface alone and answers with the port; 0 takes any free one.
 * @param purpose what the port is for, in the sentence when it is taken
 */
export function listenOnLoopback(server: Server, port: number, purpose = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? portTaken(port, purpose) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve(portOf(server)));
  });
}

function portTaken(port: number, purpose: string): Stop {
  return new Stop(
    ExitCode.badInput,
    `Port ${port}${purpose} is in use. Give another with --port, or 0 for any free one.`,
  );
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

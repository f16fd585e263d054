import { useEffect, useRef } from 'react';
import type { HostAround } from '../../bridge/app-host.ts';
import type { Router } from '../router.ts';

/** Goes where the call that opened the view asked for, once for each place it names. */
export function useOpening(around: HostAround | null, router: Router): void {
  const address = around?.opening.address ?? null;
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (address === null || address === followed.current) return;
    followed.current = address;
    router.follow(`#${address}`);
  }, [address, router]);
}

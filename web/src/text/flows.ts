import type { Flow } from "../state/shapes";

/** [2001:db8::1]:443, 192.0.2.1:443; without a port only the address. */
export function end(address: string, port?: number): string {
  if (port === undefined) return address;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

export function protocolOf(flow: Flow): string {
  return flow.application ? `${flow.protocol}/${flow.application}` : flow.protocol;
}

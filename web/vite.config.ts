import { defineConfig } from "vite";

// The server answers / and /assets; `npm run dev` passes the rest on to a running `kansatsu serve`.
export default defineConfig({
  base: "/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "dist",
    target: "es2022",
    // The policy of the pages forbids data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8086", "/healthz": "http://127.0.0.1:8086" } },
});

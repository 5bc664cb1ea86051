// What the build puts beside web/: the compiled module's glue (cmake/page_module.cmake).
declare module '*/sokenh.js' {
  interface Settings {
    wasmBinary: ArrayBuffer | Uint8Array;
    canvas?: HTMLCanvasElement;
  }
  export default function start_module(
    settings: Settings,
  ): Promise<import('./bridge.js').Exports>;
}

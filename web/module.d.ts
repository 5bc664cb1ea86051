// What the build puts in: the compiled module's glue (cmake/page_module.cmake), and the lists of files that
// scripts/site.mjs makes.
declare module '*/sokenh.js' {
  interface Settings {
    /** Calls `done` when the module is instantiated, now or later. */
    instantiateWasm: (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => WebAssembly.Exports,
    ) => WebAssembly.Exports;
  }
  export default function start_module(
    settings: Settings,
  ): Promise<import('./bridge.js').Exports>;
}

declare module '*/product.js' {
  interface Part {
    /** Address relative to index.html and cli.mjs. */
    name: string;
    bytes: number;
    /** Hexadecimal. */
    sha256: string;
    /** The part itself, in the single file. */
    base64?: string;
  }
  export const is_single_file: boolean;
  /** The module in two parts: web/split_module.js. */
  export const wasm: Part;
  export const wasm_rest: Part;
  /** The script of web/worker.js. */
  export const worker: Part;
  /** What core/password reads; in the single file gzip, then base64. */
  export const word_list: Part;
  /** One file after the other. */
  export const fonts: Part;
  /** How long each is, by weight: 400, 500, 600. */
  export const font_lengths: number[];
}

declare module '*/kept_files.js' {
  interface Kept {
    /** Address relative to sw.js. */
    name: string;
    integrity: string;
  }
  /** Names the build: made from every file's content. */
  export const build: string;
  export const files: Kept[];
}

// In the command line's bundle, as text.
declare module '*.css' {
  const style: string;
  export default style;
}

// @ts-check
// npm run format: puts every C++ file into the house format, or only those named:
// npm run format -- core/text/fold.cpp
import { main_of, run } from './commands.mjs';
import { cpp_files } from './cpp_files.mjs';

await main_of(import.meta.url, () => {
  const named = process.argv.slice(2);
  run('clang-format-14', ['-i', ...(named.length > 0 ? named : cpp_files())]);
});

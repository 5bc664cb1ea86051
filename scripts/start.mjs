// @ts-check
// npm start: set up, build, serve.
import { build } from './build.mjs';
import { main_of } from './commands.mjs';
import { serve } from './serve.mjs';
import { setup } from './setup.mjs';

await main_of(import.meta.url, async () => {
  setup({ tests: false });
  await build();
  await serve();
});

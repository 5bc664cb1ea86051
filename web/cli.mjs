#!/usr/bin/env node
// @ts-check
// dist/cli.mjs, beside sokenh.js and web/.
import { main } from './web/cli/main.js';

await main(process.argv.slice(2));

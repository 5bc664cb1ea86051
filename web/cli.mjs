#!/usr/bin/env node
// @ts-check
// dist/cli.mjs, when the build has put its modules together.
import { main } from './cli/main.js';

await main(process.argv.slice(2));

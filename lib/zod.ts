import { z } from 'zod';

// The one file that knows zod. Its faster way probes `new Function`, which an extension's CSP
// answers with an error in the admin's console, so it is switched off before any schema is made
// (docs/architecture.md, Journal).
z.config({ jitless: true });

export { z };

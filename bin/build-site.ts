import { buildIfNeeded } from "./build";

/** `npm run build`: builds the site, which `npm start` does by itself, for an image or a machine to start it from. */
await buildIfNeeded();

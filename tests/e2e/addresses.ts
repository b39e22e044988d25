/** The two places the same build is served at: a root, and a folder under one. */
export const rootPort = Number(process.env.NINEPINS_ROOT_PORT ?? 4173);
export const underPort = Number(process.env.NINEPINS_UNDER_PORT ?? 4174);
export const rootAddress = `http://127.0.0.1:${rootPort}/`;
export const underAddress = `http://127.0.0.1:${underPort}/play/`;

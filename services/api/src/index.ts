export { type AppParts, createApp } from './app.ts';
export { clientTypes } from './document/client-types.ts';
export { describeApi } from './document/document.ts';
export type { Endpoint } from './endpoint/endpoint.ts';
export type { ApiParts } from './endpoint/parts.ts';
export { type Listening, listen } from './server.ts';
export { createApi, endpointsOf } from './v1.ts';

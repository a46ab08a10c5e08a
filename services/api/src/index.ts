export { type AppParts, createApp } from './app.ts';
export { type Listening, listen } from './server.ts';

export { type Answered, type Client, type ClientOptions, createClient, type Input } from './client/client.ts';
export { ApiProblem } from './client/problem.ts';
export { OPERATIONS, type Operations } from './operations/operations.ts';

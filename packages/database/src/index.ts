export * from './connection/connection.ts';
export { type Cluster, type ClusterOptions, startCluster } from './embedded/cluster.ts';
export * from './migration/migrate.ts';

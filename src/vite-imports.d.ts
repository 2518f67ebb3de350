/** Addresses of built files, for scripting: see vite.config.ts. */
declare module '*?script&iife' {
  const path: string;
  export default path;
}

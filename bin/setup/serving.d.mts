export const SERVING_FLAGS: string[];

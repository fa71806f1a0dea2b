export const SERVING_FLAGS: string[];
export const SENDING_FLAGS: readonly string[];

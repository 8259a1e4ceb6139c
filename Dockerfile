# Atrium in a container: a sandbox by default, the service with `serve`.
FROM node:24-slim AS build
WORKDIR /build
COPY . .
# Builds as well: package.json asks for it after each installation.
RUN npm ci --no-audit --no-fund

FROM node:24-slim
WORKDIR /atrium
COPY --from=build /build/package.json /build/LICENSE ./
COPY --from=build /build/bin bin
COPY --from=build /build/dist dist
# Owned by the user that it runs as, and so are the volumes that are made of it.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
ENV NODE_ENV=production \
    NODE_DISABLE_COMPILE_CACHE=1
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8080}/_atrium/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=2", "/atrium/bin/atrium.mjs"]
CMD ["dev", "--host", "0.0.0.0", "--data", "/data"]

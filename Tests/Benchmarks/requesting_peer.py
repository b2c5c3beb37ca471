# SPDX-License-Identifier: Apache-2.0
"""Asks one URL many times with httpx.

usage: requesting_peer.py ENDPOINT REQUESTS AT-ONCE
"""

import asyncio
import sys

import httpx


async def main(endpoint, requests, at_once):
    numbers, sizes = iter(range(1, requests + 1)), []
    limits = httpx.Limits(max_connections=at_once)
    async with httpx.AsyncClient(limits=limits, trust_env=False) as client:
        async def work():
            for number in numbers:
                response = await client.get(f"{endpoint}/page?{number}")
                response.raise_for_status()
                sizes.append(len(response.content))
        await asyncio.gather(*(work() for _ in range(at_once)))
    print(sum(sizes))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))

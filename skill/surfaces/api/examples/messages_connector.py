"""Torii through the MCP connector of the Messages API: read tools only.

Needs: pip install anthropic
Run:   TORII_MCP_TOKEN="$(saas-rationalization token --url https://api.toriihq.com/mcp)" python3 messages_connector.py "Your question"

ANTHROPIC_API_KEY and TORII_MCP_TOKEN come from the environment and are never written anywhere.
"""

import json
import os
import pathlib
import sys

import anthropic

tools = json.loads((pathlib.Path(__file__).parent / "torii-tools.json").read_text("utf-8"))
question = sys.argv[1] if len(sys.argv) > 1 else "Show me contracts renewing in the next 60 days."

message = anthropic.Anthropic().beta.messages.create(
    model=os.environ.get("ANTHROPIC_MODEL", "claude-sonnet-5-5"),
    max_tokens=4096,
    system="Torii is only read. State what its records say, and name what could not be read.",
    messages=[{"role": "user", "content": question}],
    mcp_servers=[
        {
            "type": "url",
            "name": "torii",
            "url": os.environ.get("TORII_MCP_URL", "https://api.toriihq.com/mcp"),
            "authorization_token": os.environ["TORII_MCP_TOKEN"],
        }
    ],
    tools=[
        {
            "type": "mcp_toolset",
            "mcp_server_name": "torii",
            # Off unless named: a tool that Torii adds tomorrow stays off.
            "default_config": {"enabled": False},
            "configs": {name: {"enabled": True} for name in tools["read"]},
        }
    ],
    betas=["mcp-client-2026-09-15"],
)

failed = False
for block in message.content:
    if block.type == "text":
        print(block.text)
    if block.type == "mcp_tool_result" and block.is_error:
        print(f"A call to Torii failed: {block.content}", file=sys.stderr)
        failed = True
if message.stop_reason == "max_tokens":
    print("The answer was cut off: it is not complete.", file=sys.stderr)
    sys.exit(4)
sys.exit(5 if failed else 0)

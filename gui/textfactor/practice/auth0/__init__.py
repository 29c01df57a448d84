"""The stand-in for one Auth0 tenant on the unified path: token endpoint and Management API."""
